"""Family, data only: what each language calls months, headings, cues."""
