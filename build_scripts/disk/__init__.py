"""Write files so that each is always whole, and touch only those that the generator wrote."""
