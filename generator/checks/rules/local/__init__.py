"""What a place asks of its reports beside the form: 本地规则."""
