# METADATA
# title: Patterns
# description: >-
#   Names with * for any run of characters, as config/data.yaml writes them; no other character is special. The gate reads patterns of the scope obligation in the same way.
package lib.patterns

# METADATA
# title: One of the patterns fits the text
any_fits(patterns, text) if {
	some pattern in patterns
	fits(pattern, text)
}

# METADATA
# title: The pattern fits the whole text
fits(pattern, text) if pattern == text

fits(pattern, text) if _parts_fit(split(pattern, "*"), text)

_parts_fit(parts, text) if {
	count(parts) == 2
	startswith(text, parts[0])
	endswith(text, parts[1])
	count(text) >= count(parts[0]) + count(parts[1])
}

# Escaped here, where it is needed: most patterns have one star or none, and every decision meets many.
_parts_fit(parts, text) if {
	count(parts) > 2
	escaped := [strings.replace_n(_escapes, part) | some part in parts]
	regex.match(concat("", ["(?s)^", concat(".*", escaped), "$"]), text)
}

# Everything that means something to a regular expression; schemas/config.json keeps the backslash out.
_escapes := {mark: concat("", ["\\", mark]) | some mark in [".", "+", "?", "|", "^", "$", "(", ")", "[", "]", "{", "}"]}
