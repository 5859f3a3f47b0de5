-- What the cover says: an edition that is also the subtitle is said once.

local cover = {}

function cover.apply(document)
  local said = document.meta.subtitle and pandoc.utils.stringify(document.meta.subtitle)
  local edition = document.meta.edition and pandoc.utils.stringify(document.meta.edition)
  if edition and edition == said then document.meta.edition = nil end
  return document
end

return cover
