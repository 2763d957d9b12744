"""The tests. Folders mirror the rooms of build_scripts/; tests of several rooms are at the top.

The tests in browser/ need a Chromium.
"""
