-- Both filters in one, for Quarto, which makes one format at a time: what the document is, then how
-- that format shows it.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local filters = pandoc.List(require "settle")
filters:extend(require "lay_out")
return filters
