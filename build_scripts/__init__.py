"""Static site generator for annotated readings.

Rooms: ``model`` (values), ``read`` (disk to values), ``merge`` (anchors, glossary),
``render`` (values to pages), ``pages`` (what every page carries). ``pipeline`` knows their order.
"""

__version__ = "0.1.0"
