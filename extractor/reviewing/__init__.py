"""The review page: a paper beside its values, in the browser, and what people correct there."""
