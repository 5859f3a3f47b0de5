-- For Quarto only, placed `at: pre-ast`, before any filter of its own: what the document is and how
-- the format shows it, as for the embedded engine. Then the document is held, so that both engines
-- write the same one: Quarto's filters see an empty document.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local held = require "held"

local function hold(document)
  held.document = document
  return pandoc.Pandoc({}, document.meta)
end

local filters = pandoc.List(require "settle")
filters:extend(require "lay_out")
filters:insert { Pandoc = hold }
return filters
