/** A model in `GET /v1/models`. */
export interface ModelObject {
  id: string;
  object: "model";
  created: number;
  owned_by: string;
}
