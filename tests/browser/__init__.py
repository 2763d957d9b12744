"""Tests in a real Chromium, and what starts one."""
