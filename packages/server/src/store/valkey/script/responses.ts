/**
 * Keeps a response. `ARGV`: id, server, owner, parent or empty, input, response, chained items or empty, bytes, ids of
 * its items, conversation between the parent and its own input or empty, its bytes, whether it has a log, number and
 * text of the final event, now, and limits: age, responses, bytes. Returns `ok` with the ids of evicted responses;
 * `missing` if the parent does not exist; `over` if another server ended the response; `unbegun` or `gap` if events
 * before the last one are missing.
 */
export const keep = `
local id, server, owner, parent, input, response = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
local now, age = tonumber(ARGV[16]), tonumber(ARGV[17])
local run = key('run', id)
local v = redis.call('HMGET', run, 'server', 'ended', 'last', 'kept', 'lost')
if v[1] and (v[1] ~= server or v[5] == '1') then return {'over'} end
local home = redis.call('GET', key('r', id))
if home then
  if redis.call('HGET', key('t', home), 'o:' .. id) == response then return {'ok', {}} end
  return {'over'}
end
if ARGV[13] == '1' and not v[1] then return {'unbegun'} end
if v[1] and ARGV[14] ~= '' and v[2] == '0' then
  local event = tonumber(ARGV[14])
  if v[3] and event > tonumber(v[3]) + 1 then return {'gap', v[3]} end
end
local root = id
if parent ~= '' then
  root = redis.call('GET', key('r', parent))
  if not root then return {'missing'} end
end
if ARGV[11] ~= '' then
  put(root, {id = id .. '/history', owner = owner, parent = parent, input = ARGV[11], chained = '0',
    bytes = tonumber(ARGV[12]), items = '', listed = '0'}, now, age)
  parent = id .. '/history'
end
put(root, {id = id, owner = owner, parent = parent, input = input, response = response, chained = ARGV[8],
  bytes = tonumber(ARGV[9]), items = ARGV[10], listed = '1'}, now, age)
if v[1] then
  redis.call('HSET', run, 'kept', '1')
  if ARGV[14] ~= '' and v[2] == '0' and tonumber(ARGV[14]) > tonumber(v[3] or '-1') then
    add_event(id, tonumber(ARGV[14]), ARGV[15])
  end
end
return {'ok', evict(id, now, {age = age, responses = tonumber(ARGV[18]), bytes = tonumber(ARGV[19])})}
`;

/** Returns a response's text. `ARGV`: id, owner, now, age. */
export const get = `
local root = find(ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))
if not root then return nil end
touch(root, ARGV[2])
return redis.call('HGET', key('t', root), 'o:' .. ARGV[2])
`;

/** Returns the text of a response's input. `ARGV`: id, owner, now, age. */
export const input = `
local root = find(ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))
return root and redis.call('HGET', key('t', root), 'i:' .. ARGV[2])
`;

/** Returns ids from a response up through its ancestors. `ARGV`: its tree, its id, the maximum number of ids. */
export const ancestors = `
local ids, id = {}, ARGV[3]
while id and id ~= '' and #ids < tonumber(ARGV[4]) do
  ids[#ids + 1] = id
  id = redis.call('HGET', key('t', ARGV[2]), 'p:' .. id)
end
return ids
`;

/**
 * Returns the tree of a response to continue, and the response and its chained items unless the server has them.
 * `ARGV`: id, owner, now, age, whether it has them (`1` or `0`).
 */
export const tip = `
local root = find(ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))
if not root then return nil end
touch(root, ARGV[2])
if ARGV[6] == '1' then return {root} end
local v = redis.call('HMGET', key('t', root), 'o:' .. ARGV[2], 'c:' .. ARGV[2])
return {root, v[1], v[2]}
`;

/** Returns the responses that have these output items. `ARGV`: owner, now, age, and the items. */
export const items = `
local found, seen = {}, {}
for at = 5, #ARGV do
  local id = redis.call('GET', key('i', ARGV[at]))
  if id and not seen[id] then
    seen[id] = true
    local root = find(id, ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]))
    if root then
      touch(root, id)
      found[#found + 1] = redis.call('HGET', key('t', root), 'o:' .. id)
    end
  end
end
return found
`;

/** Unlists a response. `ARGV`: id, owner, now, age. Returns nil if it does not exist, else the ids of all servers. */
export const remove = `
local root = find(ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]))
if not root then return nil end
unlist(root, ARGV[2])
return redis.call('SMEMBERS', all('servers'))
`;

/** Returns the first of these responses whose content exists. `ARGV`: ids. */
export const present = `
for at = 2, #ARGV do
  if redis.call('EXISTS', key('r', ARGV[at])) == 1 then return ARGV[at] end
end
return nil
`;

/**
 * Takes units from a bucket that refills. `ARGV`: name, units per minute, units to take, units required, an id for this
 * taking, how long it is remembered. Returns whether they were taken, and the units left. A bucket expires when it
 * would be full.
 */
export const takeUnits = `
local before = redis.call('GET', key('taking', ARGV[6]))
if before then return {tonumber(string.sub(before, 1, 1)), string.sub(before, 3)} end
local name = key('rate', ARGV[2])
local per = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local v = redis.call('HMGET', name, 'units', 'at')
local units = per
if v[1] then units = math.min(per, tonumber(v[1]) + math.max(0, now - tonumber(v[2])) * per / 60000) end
local taken = units >= tonumber(ARGV[5])
if taken then units = units - tonumber(ARGV[4]) end
redis.call('HSET', name, 'units', string.format('%.6f', units), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', name, string.format('%.0f', math.ceil((per - units) * 60000 / per) + 1))
local left = string.format('%.6f', units)
redis.call('SET', key('taking', ARGV[6]), (taken and '1 ' or '0 ') .. left, 'PX', ARGV[7])
return {taken and 1 or 0, left}
`;

/** Returns the secret shared by all servers, which the first one sets. `ARGV`: a new secret. */
export const secret = `
redis.call('SET', all('secret'), ARGV[2], 'NX')
return redis.call('GET', all('secret'))
`;
