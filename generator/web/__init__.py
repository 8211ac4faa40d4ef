"""The page in the browser: one more console; it calls `pipeline`, says `messages`, knows no rule.

What a browser may ask, all of it below an address that begins with the token (`gate`); JSON both
ways. What cannot be done is answered with 409 and {"said": a sentence}.

    GET  (nothing), *.js *.css *.svg   the page itself (`page_files`)
    GET  about                         version, manuals, what to know of the folder
    GET  folder                        what lies there, how far each is (`messages/page/folder`)
    GET  report/ID                     findings, rules, the preview as HTML, what in it is new
    GET  picture/DIGEST                a picture that the preview shows
    GET  review/ID                     what was changed in a document, conflicts, `version`
    GET  work                          what is being done: {"doing", "done", "of", "stoppable"}
    GET  events                        a stream of server-sent events, see below
    POST new import next/ID make/ID make-all publish/ID collect
    POST verify/ID verify-kept/ID forget-kept/ID
    POST write-back/ID bring-in/ID     {"choices": {conflict: side}, "seen": version}
    POST open/ID                       {"sheet", "cell"}: opens it in Excel, Word or WPS
    POST manual                        {"name"}: opens a manual
    POST stop

An ID stands for a file of the folder; a path never comes from a browser. What was done is answered
with {"said", "lines", "tone", "choices", "goto"} (`told`): a choice is a button, with what it asks
for ("path", "given") or the view that it shows ("goto").

Events: `changed` {"files": [ID]} when something was saved, `states` when it is known how far
reports are now, `work` as above, `rest` to a tab that was not looked at for long (`tabs`). They
say that something is new, never what: a view asks for that again, so that a tab that missed one
misses nothing.

One request, one thread, one function of `routes`; one watches the folder (`watching`), one works
out states (`states`). Only one thing is written at a time (`work`).
"""
