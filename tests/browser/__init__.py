"""Pages as a real browser shows them: Chromium without a screen."""
