# METADATA
# title: Quantities
# description: >-
#   Amounts of cpu and memory as the Kubernetes API writes them: as numbers that can be compared, and as people read them.
package lib.quantities

# METADATA
# title: A quantity as a number
# description: >-
#   Of cpus, or of bytes: 250m is 0.25, 512Mi is 536870912. Undefined for what is none. No regular expression and no
#   builtin of the host: there may be thousands.
number(quantity) := quantity if is_number(quantity)

else := to_number(trim_suffix(quantity, suffix)) * _factors[suffix] if suffix := trim(quantity, "0123456789.")

_factors := {
	"n": 0.000000001,
	"u": 0.000001,
	"m": 0.001,
	"": 1,
	"k": 1000,
	"M": 1000000,
	"G": 1000000000,
	"T": 1000000000000,
	"P": 1000000000000000,
	"Ki": 1024,
	"Mi": 1048576,
	"Gi": 1073741824,
	"Ti": 1099511627776,
	"Pi": 1125899906842624,
}

# METADATA
# title: Whole hundredths
# description: How many a number is of another; 999 at most, and 0 of nothing.
percent(part, whole) := ((hundreds * 100) + (tens * 10)) + ones if {
	whole > 0
	hundreds := count([one | some one in _digits; part >= one * whole])
	tens := count([one | some one in _digits; part * 10 >= ((hundreds * 10) + one) * whole])
	ones := count([one | some one in _digits; part * 100 >= (((hundreds * 100) + (tens * 10)) + one) * whole])
}

else := 0

_digits := numbers.range(1, 9)

# METADATA
# title: An amount of cpu as people read it
# description: 250m, 1500m.
said("cpu", amount) := $"{round(amount * 1000)}m"

# Small amounts of memory would else be nothing.
said("memory", amount) := $"{round(amount * 0.0009765625)}Ki" if amount < 4194304

else := $"{round(amount * 0.00000095367431640625)}Mi"
