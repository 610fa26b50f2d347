# METADATA
# title: Amounts
# description: Amounts as Kubernetes writes them, as whole thousandths, so that two engines count alike. Knows no kind.
package lib.amounts

import data.lib.quantities

# METADATA
# title: An amount in thousandths
# description: 250m is 250, 2 is 2000, 1Ki is 1024000. Undefined for what is no amount.
milli(value) := round(quantities.number(value) * 1000)

# METADATA
# title: An amount as people write it
# description: Of cpu in cores, of memory and storage in Mi or Gi, of all else as a number.
said("cpu", amount) := $"{amount}m" if amount % 1000 > 0

said("cpu", amount) := $"{round(amount * 0.001)}" if amount % 1000 == 0

said(resource, amount) := _bytes(round(amount * 0.001)) if _in_bytes(resource)

said(resource, amount) := $"{round(amount * 0.001)}" if {
	resource != "cpu"
	not _in_bytes(resource)
}

_in_bytes(resource) if contains(resource, "memory")

_in_bytes(resource) if contains(resource, "storage")

_in_bytes(resource) if startswith(resource, "hugepages-")

# Large amounts with one digit behind the point: 31.2Gi.
_bytes(bytes) := $"{bytes}" if bytes < 1048576

_bytes(bytes) := $"{round(bytes * 0.00000095367431640625)}Mi" if {
	bytes >= 1048576
	bytes < 8589934592
	bytes % 1073741824 > 0
}

_bytes(bytes) := $"{round(bytes * 0.000000000931322574615478515625)}Gi" if {
	bytes >= 1073741824
	bytes % 1073741824 == 0
}

_bytes(bytes) := $"{round((tenths - (tenths % 10)) * 0.1)}.{tenths % 10}Gi" if {
	bytes >= 8589934592
	bytes % 1073741824 > 0
	tenths := round(bytes * 0.00000000931322574615478515625)
}
