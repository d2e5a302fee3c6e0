"""The one grammar of people, units, tasks and deadlines, for old posts and for words pasted at the desk."""
