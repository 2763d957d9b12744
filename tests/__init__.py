"""The tests. They mirror build_scripts/; browser/ needs a Chromium."""
