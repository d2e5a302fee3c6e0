"""Following directives: their list, their deadlines and their progress reports."""
