"""Nhập, xuất dữ liệu: bundles, backups, the check of the data, the recycle bin."""
