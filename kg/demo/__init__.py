"""Bundled demo stories: news of 2024-2026 retold for this project, one of each input format."""
