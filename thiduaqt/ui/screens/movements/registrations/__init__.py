"""Đăng ký thi đua: who registered for a movement, what they promise, who has signed."""
