"""Cài đặt: the office, who signs, movements and quotas, money, rules to look up, the look."""
