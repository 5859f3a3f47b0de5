-- Gathers what must stop the build, so that all of it is told at once.
--
-- Each line has the form "PLACE: message" where the place is the nearest enclosing `source`;
-- the Python side (sufficiency/engines/pandoc.py) looks for the opening mark.

local problems = {}
local opening = "The composed document cannot be rendered:"
local found = {}

function problems.add(source, message)
  local line = source and (source .. ": " .. message) or message
  for _, known in ipairs(found) do
    if known == line then return end
  end
  table.insert(found, line)
end

function problems.count() return #found end

-- All but the first `count`: for whoever finds them again and says more of them.
function problems.forget(count)
  for index = #found, count + 1, -1 do
    table.remove(found, index)
  end
end

function problems.stop_if_any()
  if #found == 0 then return end
  -- Level 0: the position in this file would tell an author nothing.
  error(opening .. "\n" .. table.concat(found, "\n") .. "\n.", 0)
end

return problems
