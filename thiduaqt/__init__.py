"""ThiDuaQt: emulation movements and commendations of a Vietnamese commune, offline."""

__version__ = "26.1.0"
