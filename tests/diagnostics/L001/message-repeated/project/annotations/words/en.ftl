author = Writer
author = Author
