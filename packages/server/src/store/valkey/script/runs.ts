/**
 * Appends events to the log of a response in flight; the first call creates it. `ARGV`: id, server, owner, previous
 * response or empty, number of the last event the server dropped, number before the first one it has, limits of events,
 * bytes, and bytes of all logs, now, and then the number and text of each event. Returns `ok`; `over` if another server
 * ended the response; or `gap` with the number of the last event in the log if events before the first one are missing.
 */
export const append = `
local id, server, owner, previous = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local dropped, floor, now = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[11])
local most, size, whole = tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10])
local run, log = key('run', id), key('log', id)
local v = redis.call('HMGET', run, 'server', 'ended', 'last', 'kept')
if v[1] and (v[1] ~= server or v[2] == '1') then return {'over'} end
if not v[1] then
  if redis.call('EXISTS', key('r', id)) == 1 then return {'over'} end
  redis.call('HSET', run, 'server', server, 'owner', owner, 'previous', previous, 'ended', '0')
  redis.call('SADD', key('runs', server), id)
  if previous ~= '' then pin(run, previous) end
end
redis.call('PEXPIRE', run, DAY)
local last = v[3] and tonumber(v[3])
for at = 12, #ARGV, 2 do
  local event = tonumber(ARGV[at])
  if last and event > last + 1 and dropped > last then
    redis.call('XTRIM', log, 'MAXLEN', 0)
    last = nil
  end
  if not last and event > floor + 1 then return {'gap', floor} end
  if not last and dropped >= 0 then redis.call('HSET', run, 'dropped', dropped) end
  if last and event > last + 1 then return {'gap', last} end
  if not last or event > last then
    add_event(id, event, ARGV[at + 1])
    last = event
  end
end
if #ARGV > 11 then
  redis.call('PEXPIRE', log, DAY)
  while redis.call('XLEN', log) > 1 and (redis.call('XLEN', log) > most or number(redis.call('HGET', all('logsizes'), id)) > size) do
    local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
    redis.call('XDEL', log, oldest[1])
    redis.call('HINCRBY', all('logsizes'), id, -#oldest[2][2])
    redis.call('DECRBY', all('logbytes'), #oldest[2][2])
    redis.call('HSET', run, 'dropped', tonumber(string.match(oldest[1], '^%d+')) - 1)
  end
  shrink_logs(whole, now)
end
return {'ok'}
`;

/** Ends a log. `ARGV`: id, server, now, retention time of the log, limit in bytes of all logs. */
export const end = `
local id, server = ARGV[2], ARGV[3]
local v = redis.call('HMGET', key('run', id), 'server', 'ended')
if v[1] == server and v[2] == '0' then finish(id, tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])) end
`;

/**
 * Returns a log's state: its server, whether it has ended, the number of the last dropped event, and whether that
 * server is alive. `ARGV`: id, owner, now, age. Returns nil if there is no log.
 */
export const status = `
local id, owner = ARGV[2], ARGV[3]
local v = redis.call('HMGET', key('run', id), 'server', 'owner', 'ended', 'dropped', 'kept')
if not v[1] or v[2] ~= owner then return nil end
if v[5] == '1' and not find(id, owner, tonumber(ARGV[4]), tonumber(ARGV[5])) then return nil end
return {v[1], v[3], v[4] or '-1', redis.call('EXISTS', key('server', v[1]))}
`;

/**
 * Records a heartbeat. `ARGV`: server, lease. Returns for how many milliseconds heartbeats of any server have come
 * without interruption. If Valkey was unreachable for all, this restarts at 0, and every server gets time for a
 * heartbeat. `pulse` expires after two thirds of a lease: that is before any server's lease can run out, as each renews
 * its own every third.
 */
export const renew = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local since = tonumber(redis.call('GET', all('pulse')) or now)
redis.call('SET', all('pulse'), string.format('%.0f', since), 'PX', math.floor(ARGV[3] * 2 / 3))
redis.call('SET', key('server', ARGV[2]), '1', 'PX', ARGV[3])
redis.call('SADD', all('servers'), ARGV[2])
for _, name in ipairs({'runs', 'control'}) do redis.call('PEXPIRE', key(name, ARGV[2]), DAY) end
redis.call('PEXPIRE', all('servers'), DAY)
return now - since
`;

/** Returns dead servers, each with up to 100 of the responses they were running. */
export const deaths = `
local dead = {}
for _, server in ipairs(redis.call('SMEMBERS', all('servers'))) do
  if redis.call('EXISTS', key('server', server)) == 0 then
    local runs = redis.call('SRANDMEMBER', key('runs', server), 100)
    if #runs == 0 then
      redis.call('SREM', all('servers'), server)
      redis.call('DEL', key('control', server))
    else dead[#dead + 1] = {server, runs} end
  end
end
return dead
`;

/**
 * Ends a response whose server died. `ARGV`: id, that server, the last number in its log, the text of the final event
 * and of the response (empty if it never started), now, age, retention time of the log, limit in bytes of all logs.
 * Returns `done`, or `retry` if the log has grown meanwhile.
 */
export const bury = `
local id, server, seen, text, response = ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5], ARGV[6]
local now, age = tonumber(ARGV[7]), tonumber(ARGV[8])
local run = key('run', id)
local v = redis.call('HMGET', run, 'server', 'ended', 'last', 'kept', 'owner', 'previous')
if v[1] ~= server or v[2] == '1' then
  redis.call('SREM', key('runs', server), id)
  return 'done'
end
if redis.call('EXISTS', key('server', server)) == 1 then return 'done' end
if v[4] ~= '1' then
  if tonumber(v[3] or '-1') ~= seen then return 'retry' end
  if text == '' then
    finish(id, now, tonumber(ARGV[9]), tonumber(ARGV[10]))
    drop_log(id)
    return 'done'
  end
  add_event(id, seen + 1, text)
  redis.call('HSET', run, 'lost', '1', 'kept', '1')
  local root = v[6] ~= '' and redis.call('GET', key('r', v[6]))
  put(root or id, {id = id, owner = v[5], parent = root and v[6] or '', input = '[]', response = response,
    chained = '', bytes = #response, items = '', listed = '1'}, now, age)
end
finish(id, now, tonumber(ARGV[9]), tonumber(ARGV[10]))
return 'done'
`;

/** Removes a server from the group. `ARGV`: server. */
export const leave = `
redis.call('DEL', key('server', ARGV[2]), key('control', ARGV[2]))
if redis.call('SCARD', key('runs', ARGV[2])) == 0 then redis.call('SREM', all('servers'), ARGV[2]) end
`;

/**
 * Claims a client's request. `ARGV`: request, server, how long the claim lasts, its digest, a response that is gone or
 * empty. Returns nil if this server must run it; else the response it started, or `claimed` if another server is about
 * to run it, and the digest of the earlier request.
 */
export const claim = `
local name, said, mine = key('request', ARGV[2]), key('said', ARGV[2]), 'claimed:' .. ARGV[3]
local before = redis.call('GET', name)
local other = before and string.match(before, '^claimed:(.*)')
if not before or before == mine or before == ARGV[6] or (other and redis.call('EXISTS', key('server', other)) == 0) then
  redis.call('SET', name, mine, 'PX', ARGV[4])
  redis.call('SET', said, ARGV[5], 'PX', ARGV[4])
  return nil
end
return {other and 'claimed' or before, redis.call('GET', said) or ''}
`;

/** Records that a request started a response. `ARGV`: request, response, how long both are remembered. */
export const begun = `
redis.call('SET', key('request', ARGV[2]), ARGV[3], 'PX', ARGV[4])
redis.call('PEXPIRE', key('said', ARGV[2]), ARGV[4])
`;

/** Releases a claim on a request that started nothing. `ARGV`: request, server. */
export const unclaim = `
local name = key('request', ARGV[2])
if redis.call('GET', name) == 'claimed:' .. ARGV[3] then redis.call('DEL', name, key('said', ARGV[2])) end
`;
