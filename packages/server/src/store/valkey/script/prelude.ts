/**
 * Functions and key names that the scripts share. `ARGV[1]` is the prefix of all keys:
 *
 * - `r:ID` names the tree that holds a response's content, `i:ITEM` the response that has an output item.
 * - `t:ROOT` is a tree of responses in one hash, whose expiry is extended at once. Its fields, each followed by `:ID`:
 *   `i`nput, `o`utput (the Response object), `c`hained items, `p`arent, `w`hose (owner), `a`t (created), `b`ytes,
 *   `s` (ids of its items), `l`isted, and users of its content: `k`ids, and the in-flight responses that `n`eed it.
 * - `u:ROOT`, `trees`: listed responses and their trees in order of use; `ages`: in order of creation.
 * - `run:ID`, `log:ID`: a response in flight or recently ended, and its events; `over`: logs in order of their end.
 * - `server:ID` exists while that server is alive; `runs:ID`: its responses; `servers`: all known servers;
 *   `pulse`: since when at least one server has been alive without interruption.
 * - `request:NAME`: the response that a client's request started, or the server that claimed it; `said:NAME`: digest.
 * - `rate:NAME` is a bucket; `taking:ID`: the result of taking from one, kept for a while in case the reply is lost.
 */
export const prelude = `
local P = ARGV[1]
local GRACE = 3600000
local DAY = 86400000

local function key(kind, id) return P .. ':' .. kind .. ':' .. id end
local function all(kind) return P .. ':' .. kind end
local function number(value) return tonumber(value or '0') or 0 end

local function touch(root, id)
  local clock = redis.pcall('INCR', all('clock'))
  if type(clock) ~= 'number' then return end
  redis.call('ZADD', key('u', root), clock, id)
  redis.call('ZADD', all('trees'), clock, root)
end

local function find(id, owner, now, age)
  local root = redis.call('GET', key('r', id))
  if not root then return nil end
  local v = redis.call('HMGET', key('t', root), 'l:' .. id, 'w:' .. id, 'a:' .. id)
  if v[1] ~= '1' or v[2] ~= owner or now - number(v[3]) > age then return nil end
  return root
end

local function weigh(root, bytes)
  redis.call('INCRBY', all('bytes'), bytes)
  if number(redis.call('HINCRBY', all('sizes'), root, bytes)) <= 0 then redis.call('HDEL', all('sizes'), root) end
end

local function drop(root, id)
  local tree = key('t', root)
  while id ~= '' do
    local v = redis.call('HMGET', tree, 'l:' .. id, 'k:' .. id, 'n:' .. id, 'p:' .. id, 'b:' .. id, 's:' .. id)
    if v[1] ~= '0' or number(v[2]) > 0 or number(v[3]) > 0 then return end
    for item in string.gmatch(v[6] or '', '%S+') do redis.call('DEL', key('i', item)) end
    redis.call('DEL', key('r', id))
    for name in string.gmatch('iocpwabslkn', '.') do redis.call('HDEL', tree, name .. ':' .. id) end
    weigh(root, -number(v[5]))
    id = v[4] or ''
    if id ~= '' then redis.call('HINCRBY', tree, 'k:' .. id, -1) end
  end
end

local function drop_log(id)
  redis.call('ZREM', all('over'), id)
  local bytes = number(redis.call('HGET', all('logsizes'), id))
  redis.call('HDEL', all('logsizes'), id)
  redis.call('DEL', key('log', id), key('run', id))
  if bytes > 0 then redis.call('DECRBY', all('logbytes'), bytes) end
end

local function shrink_logs(limit, now)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', all('over'), '-inf', now, 'LIMIT', 0, 100)) do drop_log(id) end
  while number(redis.call('GET', all('logbytes'))) > limit do
    local oldest = redis.call('ZRANGE', all('over'), 0, 0)[1]
    if not oldest then return end
    drop_log(oldest)
  end
end

local function unlist(root, id)
  redis.call('ZREM', all('ages'), id)
  redis.call('ZREM', key('u', root), id)
  if redis.call('ZCARD', key('u', root)) == 0 then redis.call('ZREM', all('trees'), root) end
  redis.call('HSET', key('t', root), 'l:' .. id, '0')
  local ended = redis.call('HGET', key('run', id), 'ended')
  if ended == '1' then drop_log(id) elseif ended then redis.call('HSET', key('run', id), 'gone', '1') end
  drop(root, id)
end

local function forget_tree(root)
  redis.call('ZREM', all('trees'), root)
  if redis.call('EXISTS', key('t', root)) == 1 then return end
  local bytes = number(redis.call('HGET', all('sizes'), root))
  redis.call('HDEL', all('sizes'), root)
  redis.call('DECRBY', all('bytes'), bytes)
end

local function least_used(latest, leaves)
  local at = 0
  while true do
    local roots = redis.call('ZRANGE', all('trees'), at, at + 49)
    if #roots == 0 then return nil end
    for _, root in ipairs(roots) do
      at = at + 1
      local from = 0
      while true do
        local ids = redis.call('ZRANGE', key('u', root), from, from + 49)
        if #ids == 0 and from == 0 then
          forget_tree(root)
          at = at - 1
        end
        if #ids == 0 then break end
        for _, id in ipairs(ids) do
          local v = redis.call('HMGET', key('t', root), 'n:' .. id, 'k:' .. id)
          if id ~= latest and number(v[1]) == 0 and not (leaves and number(v[2]) > 0) then return root, id end
        end
        from = from + #ids
      end
    end
  end
end

local function evict(latest, now, limits)
  local gone = {}
  local function go(root, id)
    unlist(root, id)
    gone[#gone + 1] = id
  end
  local old = '(' .. string.format('%.0f', now - limits.age)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', all('ages'), '-inf', old, 'LIMIT', 0, 100)) do
    local root = redis.call('GET', key('r', id))
    if not root then redis.call('ZREM', all('ages'), id)
    elseif number(redis.call('HGET', key('t', root), 'n:' .. id)) == 0 then go(root, id) end
  end
  while redis.call('ZCARD', all('ages')) > limits.responses do
    local root, id = least_used(latest, false)
    if not root then break end
    go(root, id)
  end
  while number(redis.call('GET', all('bytes'))) > limits.bytes do
    local root, id = least_used(latest, true)
    if not root then break end
    go(root, id)
  end
  return gone
end

local function put(root, it, now, age)
  local tree = key('t', root)
  local id = it.id
  redis.call('HSET', tree, 'i:' .. id, it.input, 'c:' .. id, it.chained, 'p:' .. id, it.parent, 'w:' .. id, it.owner,
    'a:' .. id, now, 'b:' .. id, it.bytes, 's:' .. id, it.items, 'l:' .. id, it.listed, 'k:' .. id, 0, 'n:' .. id, 0)
  if it.response then redis.call('HSET', tree, 'o:' .. id, it.response) end
  if it.parent ~= '' then redis.call('HINCRBY', tree, 'k:' .. it.parent, 1) end
  redis.call('SET', key('r', id), root, 'PX', age + GRACE)
  for item in string.gmatch(it.items, '%S+') do redis.call('SET', key('i', item), id, 'PX', age + GRACE) end
  weigh(root, it.bytes)
  if it.listed ~= '1' then return end
  redis.call('ZADD', all('ages'), now, id)
  touch(root, id)
  redis.call('PEXPIRE', tree, age + GRACE)
  redis.call('PEXPIRE', key('u', root), age + GRACE)
  for _, name in ipairs({'ages', 'trees', 'sizes', 'bytes', 'clock'}) do
    redis.call('PEXPIRE', all(name), age + GRACE)
  end
end

local function pin(run, previous)
  local root = redis.call('GET', key('r', previous))
  if not root then return end
  redis.call('HINCRBY', key('t', root), 'n:' .. previous, 1)
  redis.call('HSET', run, 'pinned', root)
  if redis.call('HGET', key('t', root), 'l:' .. previous) == '1' then touch(root, previous) end
end

local function add_event(id, last, text)
  redis.call('XADD', key('log', id), (last + 1) .. '-0', 'e', text)
  redis.call('HSET', key('run', id), 'last', last)
  redis.call('HINCRBY', all('logsizes'), id, #text)
  redis.call('INCRBY', all('logbytes'), #text)
end

local function finish(id, now, retention, limit)
  local run = key('run', id)
  local v = redis.call('HMGET', run, 'last', 'server', 'pinned', 'previous', 'gone', 'lost')
  redis.call('SREM', key('runs', v[2]), id)
  redis.call('XADD', key('log', id), (v[1] and (v[1] + 1) or 0) .. '-1', 'end', v[6] and 'lost' or '')
  redis.call('HSET', run, 'ended', '1')
  redis.call('PEXPIRE', run, retention)
  redis.call('PEXPIRE', key('log', id), retention)
  redis.call('ZADD', all('over'), now + retention, id)
  for _, name in ipairs({'over', 'logsizes', 'logbytes'}) do redis.call('PEXPIRE', all(name), retention + DAY) end
  if v[3] then
    redis.call('HINCRBY', key('t', v[3]), 'n:' .. v[4], -1)
    drop(v[3], v[4])
  end
  if v[5] then drop_log(id) else shrink_logs(limit, now) end
end
`;
