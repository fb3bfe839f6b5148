"""The first set-up: five pages, every answer can be changed until the last one."""
