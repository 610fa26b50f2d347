# METADATA
# title: "Guard: time windows"
# description: When requests may be made. The time comes from the input, so a decision can be replayed.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.windows

import data.lib.reasons

# METADATA
# title: Nothing may be done at this time.
# description: config.windows is enabled, and none of its windows is open. Times are UTC.
# custom:
#   code: window_closed
#   remedy: Come back when a window is open; the operator sets them in config.windows.
deny contains reasons.of(rego.metadata.rule(), input.now.weekday) if {
	data.config.windows.enabled
	not _open
}

_open if {
	some window in data.config.windows.open
	input.now.weekday in window.weekdays
	_minutes(window.from) <= input.now.minuteOfDay
	input.now.minuteOfDay < _minutes(window.to)
}

# Minutes since midnight of "08:30"; digit by digit, because a number with a leading zero is none.
_minutes(clock) := ((_digit(clock, 0) * 600) + (_digit(clock, 1) * 60)) + ((_digit(clock, 3) * 10) + _digit(clock, 4))

_digit(clock, at) := to_number(substring(clock, at, 1))
