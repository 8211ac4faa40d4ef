"""What a published report shows beside text, as rows of the narrative: told where it cannot be."""
