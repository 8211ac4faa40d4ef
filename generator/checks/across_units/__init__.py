def findings_across(collection, *, last_year, own):
    return ()
