"""What the audit record can say of files."""

STORED = "files.file.stored"
OPENED = "files.file.opened"
SWEPT = "files.store.swept"
EVENTS = {
    STORED: "A file was stored",
    OPENED: "A file was opened",
    SWEPT: "What no row knows of was removed from the store of files",
}
