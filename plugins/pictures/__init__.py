"""DRAW: findings → shapes. Where things stand in a picture, as numbers; knows no HTML, no language and no colour."""
