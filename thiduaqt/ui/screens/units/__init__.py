"""Đơn vị, Tổ CNSCĐ: who nominates, and the digital teams with their members."""
