// Written by `npm run gen` from protos/; do not edit.

export interface StatusRequest {

}
export interface StatusRequestInput {

}

export interface StatusResponse {
  active: boolean;
}
export interface StatusResponseInput {
  active?: boolean | undefined;
}

export interface ModifyStatusRequest {
  enable: boolean;
}
export interface ModifyStatusRequestInput {
  enable?: boolean | undefined;
}

export interface ModifyStatusResponse {

}
export interface ModifyStatusResponseInput {

}

export interface QueryScoresRequest {
  pubkeys: string[];
  ignore_local_state: boolean;
}
export interface QueryScoresRequestInput {
  pubkeys?: readonly string[] | undefined;
  ignore_local_state?: boolean | undefined;
}

export interface QueryScoresResponse {
  results: QueryScoresResponse_HeuristicResult[];
}
export interface QueryScoresResponseInput {
  results?: readonly QueryScoresResponse_HeuristicResultInput[] | undefined;
}

export interface QueryScoresResponse_HeuristicResult {
  heuristic: string;
  scores: Record<string, number>;
}
export interface QueryScoresResponse_HeuristicResultInput {
  heuristic?: string | undefined;
  scores?: Record<string, number> | undefined;
}

export interface SetScoresRequest {
  heuristic: string;
  scores: Record<string, number>;
}
export interface SetScoresRequestInput {
  heuristic?: string | undefined;
  scores?: Record<string, number> | undefined;
}

export interface SetScoresResponse {

}
export interface SetScoresResponseInput {

}

/** autopilotrpc.Autopilot */
export interface AutopilotService {
  Status: {
    kind: "unary";
    request: StatusRequest;
    requestInput: StatusRequestInput;
    response: StatusResponse;
    responseInput: StatusResponseInput;
  };
  ModifyStatus: {
    kind: "unary";
    request: ModifyStatusRequest;
    requestInput: ModifyStatusRequestInput;
    response: ModifyStatusResponse;
    responseInput: ModifyStatusResponseInput;
  };
  QueryScores: {
    kind: "unary";
    request: QueryScoresRequest;
    requestInput: QueryScoresRequestInput;
    response: QueryScoresResponse;
    responseInput: QueryScoresResponseInput;
  };
  SetScores: {
    kind: "unary";
    request: SetScoresRequest;
    requestInput: SetScoresRequestInput;
    response: SetScoresResponse;
    responseInput: SetScoresResponseInput;
  };
}
