# METADATA
# title: Durations
# description: Lengths of time as kubectl writes them.
package lib.durations

# METADATA
# title: What a duration looks like
# description: 90s, 5m, 1h30m, 2d, or plain seconds. No part begins with a zero.
form := "^([1-9][0-9]{0,7}|([1-9][0-9]{0,5}[smhd]){1,4})$"

# METADATA
# title: Seconds of a duration
# description: 0 when there is none; ten years at most, which is all.
seconds(text) := 0 if text == ""

seconds(text) := min([_most, to_number(text)]) if regex.match("^[0-9]+$", text)

seconds(text) := min([_most, sum([_part(match[1], match[2]) | some match in _matches(text)])]) if {
	regex.match("[smhd]$", text)
}

_matches(text) := regex.find_all_string_submatch_n("([0-9]+)([smhd])", text, -1)

_part(count, unit) := to_number(count) * _units[unit]

_units := {"s": 1, "m": 60, "h": 3600, "d": 86400}

_most := 315360000

# METADATA
# title: A duration as kubectl prints an age
# description: 3d, 5h, 12m, 40s; never more than has passed.
words(seconds) := $"{_whole(seconds, 0.000011574074)}d" if seconds >= 172800

else := $"{_whole(seconds, 0.000277777777)}h" if seconds >= 7200

else := $"{_whole(seconds, 0.016666666666)}m" if seconds >= 120

else := $"{max([0, seconds])}s"

# There is no division here, and no rounding down.
_whole(seconds, part) := round((seconds * part) - 0.4999)
