# METADATA
# title: Selectors
# description: Which labels a selector fits, as the API server judges it. Knows no kind.
package lib.selectors

# METADATA
# title: A map of labels fits
# description: Every pair of it is there. An empty one fits everything; of a Service it means that there is none.
pairs(wanted, labels) if {
	every key, value in wanted { labels[key] == value }
}

# METADATA
# title: A LabelSelector fits
fits(selector, labels) if {
	pairs(object.get(selector, "matchLabels", {}), labels)
	every term in object.get(selector, "matchExpressions", []) { _holds(term, labels) }
}

_holds(term, labels) if {
	term.operator == "In"
	labels[term.key] in term.values
}

_holds(term, labels) if {
	term.operator == "NotIn"
	not object.get(labels, term.key, null) in term.values
}

_holds(term, labels) if {
	term.operator == "Exists"
	term.key in object.keys(labels)
}

_holds(term, labels) if {
	term.operator == "DoesNotExist"
	not term.key in object.keys(labels)
}
