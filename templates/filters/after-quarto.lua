-- For Quarto only, placed `at: post-finalize`, behind every filter of its own: gives the document
-- back that `strategy.lua` holds, with the settings that it had.

local folder = pandoc.path.directory(PANDOC_SCRIPT_FILE)
package.path = pandoc.path.join { folder, "?.lua" } .. ";" .. package.path

local held = require "held"
local problems = require "problems"

local function give_back()
  if not held.document then
    problems.add(nil, "Quarto did not run the filter strategy.lua before its own. Version 1.9 or later is needed.")
  end
  problems.stop_if_any()
  return held.document
end

return { { Pandoc = give_back } }
