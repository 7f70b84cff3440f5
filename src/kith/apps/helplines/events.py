"""What the audit record can say of the numbers."""

SET = "helplines.number.set"
CHECKED = "helplines.number.checked"
TAKEN_OUT = "helplines.number.taken_out"
PUT_BACK = "helplines.number.put_back"
LOADED = "helplines.numbers.loaded"

EVENTS = {
    SET: "A number that people can ring was changed",
    CHECKED: "A number was checked, and it is right",
    TAKEN_OUT: "A number was taken out, and the national one stands in its place",
    PUT_BACK: "A number was put back as it was before",
    LOADED: "The numbers that people can ring were loaded",
}
