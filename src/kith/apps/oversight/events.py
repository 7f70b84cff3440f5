"""What the audit record can say of oversight itself: looking at the looking leaves a mark too."""

ANSWERED = "oversight.looks.answered"
WORKER_READ = "oversight.worker.read"
UNUSUAL_READ = "oversight.unusual.read"

EVENTS = {
    ANSWERED: "Who looked at a record was made out for the person concerned",
    WORKER_READ: "Somebody read what a worker had looked at",
    UNUSUAL_READ: "Somebody read what was unusual about the looking",
}
