export const LOAD_START = "LOAD_START";
export const LOAD_DONE = "LOAD_DONE";
export const LOAD_FAIL = "LOAD_FAIL";

export const initialState = { status: "idle", query: "", hits: [], error: null };

export const loadStart = (query) => ({ type: LOAD_START, query });
export const loadDone = (hits) => ({ type: LOAD_DONE, hits });
export const loadFail = (error) => ({ type: LOAD_FAIL, error: String(error.message ?? error) });

export function searchReducer(state = initialState, action) {
  switch (action.type) {
    case LOAD_START:
      return { ...state, status: "loading", query: action.query, error: null };
    case LOAD_DONE:
      return { ...state, status: "ready", hits: action.hits };
    case LOAD_FAIL:
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
