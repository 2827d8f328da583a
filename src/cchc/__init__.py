"""Vietnamese public administrative reform plans: read, judged and scored exactly."""
