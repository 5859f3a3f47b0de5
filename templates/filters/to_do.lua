-- An author's note, `[\[To do: …\]]{.todo}`: brought out in a draft, in words first. A final has none.

local formats = require "formats"

local to_do = {}

function to_do.mark(span)
  if not span.classes:includes "todo" then return nil end
  if formats.docx then
    span.attributes["custom-style"] = "To Do"
    return span
  elseif formats.typst then
    local inlines = pandoc.Inlines { formats.inline "#to-do[" }
    inlines:extend(span.content)
    inlines:insert(formats.inline "]")
    return inlines
  end
  return nil
end

return to_do
