export const SEARCH_STARTED = "search/started";
export const SEARCH_SUCCEEDED = "search/succeeded";
export const SEARCH_FAILED = "search/failed";

export const initialState = { status: "idle", query: "", hits: [], error: null };

export const loadStart = (query) => ({ type: SEARCH_STARTED, query });
export const loadDone = (hits) => ({ type: SEARCH_SUCCEEDED, hits });
export const loadFail = (error) => ({ type: SEARCH_FAILED, error: String(error.message ?? error) });

export function searchReducer(state = initialState, action) {
  switch (action.type) {
    case SEARCH_STARTED:
      return { ...state, status: "loading", query: action.query, error: null };
    case SEARCH_SUCCEEDED:
      return { ...state, status: "ready", hits: action.hits };
    case SEARCH_FAILED:
      return { ...state, status: "failed", error: action.error };
    default:
      return state;
  }
}

/** Runs a search and tells a dispatch function of its course. */
export async function runSearch(query, search, dispatch) {
  dispatch(loadStart(query));
  try {
    dispatch(loadDone(await search(query)));
  } catch (error) {
    dispatch(loadFail(error));
  }
}
