// The documents of the line, made from schemas/ by `npm run types`; edit those instead.

/**
 * What main/answer gives: texts, and observations to be shown.
 */
export interface Answer {
  blocks: (
    | {
        text: string;
      }
    | {
        title: string;
        /**
         * Lines that hold the cluster's own words; they stand behind a fence.
         */
        quote: string[];
        /**
         * What is said where not all of them fit: the call that shows the others.
         */
        more?: string;
      }
    | {
        observation: string;
        show: {
          as: 'table' | 'yaml' | 'text' | 'changes' | 'none';
          title?: string;
          /**
           * JSON pointers of what is not shown of an object.
           *
           * @maxItems 128
           */
          without?: string[];
          /**
           * Columns for a list of objects: heading and path. a,b is the first of two that an item has, a/b joins both.
           */
          columns?: {
            title: string;
            path: string;
          }[];
          /**
           * The call that shows what a budget cut; the cursor argument is filled in by the gate.
           */
          next?: {
            tool: string;
            arguments: {
              [k: string]: unknown;
            };
            cursor: string;
          };
        };
      }
  )[];
  /**
   * How long the answer may be, where that is less than its requests allow.
   */
  bytes?: number;
  /**
   * structuredContent, when the tool declares an output schema.
   */
  data?: {
    [k: string]: unknown;
  };
}

/**
 * What tools/list shows of a tool.
 */
export interface Card {
  title: string;
  description: string;
  /**
   * JSON Schema of the arguments, closed.
   */
  arguments: {
    [k: string]: unknown;
  };
  hints: {
    readOnly: boolean;
    destructive: boolean;
    idempotent: boolean;
    openWorld: boolean;
  };
  examples?: {
    [k: string]: unknown;
  }[];
}

/**
 * What main/catalog gives: the tools this subject may use, the prompts, the instructions.
 */
export interface Catalog {
  tools: {
    name: string;
    title: string;
    description: string;
    /**
     * JSON Schema of the arguments, closed.
     */
    arguments: {
      [k: string]: unknown;
    };
    hints: {
      readOnly: boolean;
      destructive: boolean;
      idempotent: boolean;
      openWorld: boolean;
    };
    examples?: {
      [k: string]: unknown;
    }[];
  }[];
  prompts: {
    name: string;
    title: string;
    description: string;
    arguments: {
      name: string;
      description: string;
      required: boolean;
      /**
       * A call whose text answer lists the values; the partial value is put into its 'value' argument, what is already known into 'context'.
       */
      complete?: {
        tool: string;
        arguments: {
          [k: string]: unknown;
        };
      };
    }[];
    /**
     * Message text; {{name}} stands for an argument.
     */
    text: string;
  }[];
  /**
   * What the server tells a model about itself.
   */
  instructions: string;
}

/**
 * What an operator may change: policies/config/data.yaml, a preset and --config-data, merged. Closed; every key is needed.
 */
export interface Config {
  /**
   * Which namespaces agents may see; deny wins.
   */
  namespaces: {
    allow: string[];
    deny: string[];
  };
  /**
   * Which clusters agents may use; deny wins, and each label named must fit one of its patterns.
   */
  clusters: {
    allow: string[];
    deny: string[];
    labels: {
      [k: string]: string[];
    };
  };
  /**
   * All verbs there are.
   */
  verbs: {
    read: ('get' | 'list')[];
    write: ('create' | 'update' | 'patch' | 'delete')[];
    never: ('deletecollection' | 'get' | 'list' | 'create' | 'update' | 'patch' | 'delete')[];
  };
  /**
   * What may be asked at all; namespaces [] is for kinds that have none.
   */
  grants: {
    /**
     * @minItems 1
     */
    verbs: ('get' | 'list' | 'create' | 'update' | 'patch' | 'delete')[];
    /**
     * @minItems 1
     */
    apiGroups: string[];
    /**
     * @minItems 1
     */
    resources: string[];
    namespaces: string[];
  }[];
  /**
   * Closed whatever is granted; secrets, secret and token cannot be taken away.
   */
  secrets: {
    resources: string[];
    kinds: string[];
    groups: string[];
    subresources: string[];
  };
  /**
   * Subresources that may be used, by kind.
   */
  subresources: {
    [k: string]: string[];
  };
  /**
   * What may leave an object, and which columns of a table.
   */
  fields: {
    common: string[];
    otherwise: {
      read: string[];
      columns: string[];
    };
    text: string[];
    read: {
      [k: string]: string[];
    };
    columns: {
      [k: string]: string[];
    };
    /**
     * By kind: at which path which of the parts begins.
     */
    include: {
      [k: string]: {
        [k: string]: string;
      };
    };
    /**
     * Lists of paths that several kinds share.
     */
    parts: {
      [k: string]: string[];
    };
  };
  /**
   * Which selectors may be used.
   */
  selectors: {
    labels: boolean;
    fields: boolean;
    maxLength: number;
    common: string[];
    kinds: {
      [k: string]: string[];
    };
  };
  /**
   * Bounds of one answer.
   */
  limits: {
    items: number;
    itemsDefault: number;
    eventsDefault: number;
    lines: number;
    linesDefault: number;
    lineBytes: number;
    bytes: number;
    namespacesPerList: number;
  };
  /**
   * How answers are cleaned and labelled.
   */
  output: {
    redact: {
      profile: 'standard' | 'strict';
      /**
       * @maxItems 64
       */
      words: string[];
    };
    classify: {
      otherwise: 'public' | 'internal' | 'confidential' | 'restricted';
      kinds: {
        [k: string]: 'public' | 'internal' | 'confidential' | 'restricted';
      };
    };
  };
  /**
   * When requests may be made, UTC.
   */
  windows: {
    enabled: boolean;
    open: {
      /**
       * @minItems 1
       */
      weekdays: ('Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun')[];
      from: string;
      to: string;
    }[];
  };
  /**
   * What changes may be made, once a verb is granted.
   */
  writes: {
    /**
     * By kind: which paths may be added, replaced and removed, and which a new object may bring besides.
     */
    fields: {
      [k: string]: {
        add: string[];
        replace: string[];
        remove: string[];
        create?: string[];
      };
    };
    identity: string[];
    /**
     * Closed for writes, whatever is granted and listed.
     */
    closed: {
      kinds: {
        rbac: string[];
        accounts: string[];
        webhooks: string[];
        kinds: string[];
        nodes: string[];
        namespaces: string[];
        priorities: string[];
        storage: string[];
        guardrails: string[];
        certificates: string[];
      };
      fields: {
        status: string[];
        finalizers: string[];
        owners: string[];
        ephemeral: string[];
      };
      namespaceLabels: string[];
    };
    pathsShown: number;
    restart: string[];
    replicas: {
      min: number;
      max: number;
      fields: string[];
    };
    fieldManager: string;
    force: string[];
    /**
     * true: the cluster's own RBAC is asked for every change.
     */
    access: boolean;
    /**
     * Labels of a namespace, and patterns of their values, that switch changes off in it.
     */
    offLabels: {
      [k: string]: string[];
    };
    /**
     * Which verbs a tool is for.
     */
    tools: {
      /**
       * @minItems 1
       */
      [k: string]: ('create' | 'update' | 'patch' | 'delete')[];
    };
    manifest: {
      objects: number;
    };
    first: string[];
    waitSeconds: number;
  };
  /**
   * What pods may become through a change.
   */
  workload: {
    /**
     * By kind: where it keeps the spec of its pods.
     */
    templates: {
      [k: string]: string;
    };
    /**
     * @minItems 1
     */
    containers: string[];
    /**
     * Settings of a pod or a container, and the values they may not be given.
     */
    closed: {
      privileged: {
        [k: string]: (boolean | number | string)[];
      };
      host: {
        [k: string]: (boolean | number | string)[];
      };
      escalation: {
        [k: string]: (boolean | number | string)[];
      };
      rootUser: {
        [k: string]: (boolean | number | string)[];
      };
      unconfined: {
        [k: string]: (boolean | number | string)[];
      };
    };
    capabilities: string[];
    hostPaths: string[];
    serviceAccounts: string[];
    automount: boolean;
    images: {
      allow: string[];
      deny: string[];
      tagsDenied: string[];
    };
  };
  approval: {
    methods: ('argument' | 'elicitation' | 'page' | 'cli' | 'kubernetes')[];
    approvers: string[];
    quorum: number;
    requestWithinSeconds: number;
    useWithinSeconds: number;
    waitSeconds: number;
    /**
     * true: who asked cannot approve.
     */
    notRequester: boolean;
    /**
     * Groups of approvers by name; approvers may then hold group:NAME.
     */
    groups: {
      [k: string]: string[];
    };
    /**
     * Terms for the requests that fit; the strictest of each binds.
     */
    stricter: {
      /**
       * @minItems 1
       */
      verbs: string[];
      /**
       * @minItems 1
       */
      apiGroups: string[];
      /**
       * @minItems 1
       */
      resources: string[];
      /**
       * @minItems 1
       */
      namespaces: string[];
      clusterLabels: {
        [k: string]: string[];
      };
      methods?: ('argument' | 'elicitation' | 'page' | 'cli' | 'kubernetes')[];
      approvers?: string[];
      quorum?: number;
      notRequester?: boolean;
      requestWithinSeconds?: number;
      useWithinSeconds?: number;
    }[];
    /**
     * How far the clocks of those who vote may be ahead.
     */
    skewSeconds: number;
  };
  /**
   * Codes of reasons that are reported and refuse nothing.
   */
  shadow: {
    codes: string[];
  };
  prompts: {
    name: string;
    title: string;
    description: string;
    arguments: {
      name: string;
      description: string;
      required: boolean;
      /**
       * A call whose text answer lists the values; the partial value is put into its 'value' argument, what is already known into 'context'.
       */
      complete?: {
        tool: string;
        arguments: {
          [k: string]: unknown;
        };
      };
    }[];
    /**
     * Message text; {{name}} stands for an argument.
     */
    text: string;
  }[];
  /**
   * What the server tells a model about itself.
   */
  instructions: string;
  /**
   * What the decision log hides, on top of what it always hides.
   */
  log: {
    mask: string[];
    maskNames: string[];
  };
  /**
   * What guards of your own read; of any shape, so a typo in it is found by their tests only.
   */
  own: {
    [k: string]: unknown;
  };
  /**
   * How the tools that diagnose look, and what they make of it.
   */
  diagnosis: {
    /**
     * How long an answer may be.
     */
    tokens: number;
    /**
     * Of one diagnosis.
     */
    requests: number;
    /**
     * Of looking.
     */
    laps: number;
    /**
     * Of a kind, that are looked at closely.
     */
    objects: number;
    /**
     * Of a kind, of those that are well.
     */
    samples: number;
    /**
     * That are looked at.
     */
    events: number;
    /**
     * That are looked at.
     */
    logs: number;
    /**
     * Of one log.
     */
    logLines: number;
    /**
     * After which a restart is over.
     */
    recentMinutes: number;
    /**
     * Of a container that is ready: as many are a failure.
     */
    restarts: number;
    /**
     * After which something is stuck.
     */
    patienceMinutes: number;
    /**
     * Names offered where there is no such object.
     */
    nearest: number;
    /**
     * What a condition means; those that are not here are bad news when they are false.
     */
    conditions: {
      /**
       * Bad news when they are true.
       *
       * @maxItems 256
       */
      bad: string[];
      /**
       * No news either way.
       *
       * @maxItems 256
       */
      neutral: string[];
    };
    /**
     * Which kinds an object may own, by its own kind.
     */
    owned: {
      /**
       * @maxItems 20
       */
      [k: string]: string[];
    };
    /**
     * From cause to symptom.
     *
     * @minItems 1
     * @maxItems 64
     */
    stages: string[];
    /**
     * What lines of logs say, by what they tell of: words in lower case, one of which stands in the line.
     */
    says: {
      [k: string]: string[];
    };
    /**
     * Words in lower case by which lines of logs are told apart.
     */
    lines: {
      calm: string[];
      warning: string[];
      grave: string[];
      fatal: string[];
      harmless: string[];
      ending: string[];
      listening: string[];
      orders: string[];
    };
  };
}

/**
 * What main/decision says of one request. Arrays carry no order; the gate sorts them.
 */
export interface Decision {
  effect: 'allow' | 'approve' | 'deny';
  reasons: {
    code: string;
    message: string;
    remedy: string;
    /**
     * The varying part: which namespace, kind or path.
     */
    subject: string;
  }[];
  needs: ('live' | 'dry_run' | 'namespace' | 'access')[];
  /**
   * Items: What must be done with an allowed request; schemas/obligations.json closes each type.
   */
  obligations: {
    type: string;
    [k: string]: unknown;
  }[];
  approval: {
    methods: string[];
    /**
     * Who may: patterns of ids, and group:NAME for a group that was verified; empty for anyone. Groups of the configuration stand here as their members, too.
     */
    approvers: string[];
    quorum: number;
    requestWithinSeconds: number;
    useWithinSeconds: number;
    /**
     * How long a call may wait for a person before it says that it waits.
     */
    waitSeconds: number;
    risk: 'low' | 'medium' | 'high';
    /**
     * true: who asked does not count.
     */
    notRequester: boolean;
  };
  shadow: {
    code: string;
    message: string;
    remedy: string;
    /**
     * The varying part: which namespace, kind or path.
     */
    subject: string;
  }[];
}

/**
 * What main/decision judges: one Kubernetes API request. Every field is always present, so that absence cannot hide a typo.
 */
export interface Input {
  version: 'portcullis.input/v1';
  call: {
    id: string;
    tool: string;
    /**
     * As the caller sent them, valid by the card's schema.
     */
    arguments: {
      [k: string]: unknown;
    };
    lap: number;
    transport: 'stdio' | 'http' | 'cli';
  };
  subject: {
    /**
     * Who asks, as verified; never what a client says of itself.
     */
    id: string;
    groups: string[];
    /**
     * Verified claims, never a token.
     */
    claims: {
      [k: string]: unknown;
    };
    /**
     * What the client calls itself: for the log, not for decisions.
     */
    agent: string;
    verified: boolean;
  };
  cluster: {
    name: string;
    labels: {
      [k: string]: string;
    };
  };
  request: {
    id: string;
    verb: string;
    group: string;
    version: string;
    kind: string;
    resource: string;
    subresource: string;
    scope: 'Namespaced' | 'Cluster';
    namespace: string;
    name: string;
    selector: {
      labels: string;
      fields: string;
    };
    options: {
      /**
       * object, metadata or table: what is asked of the server.
       */
      view: 'object' | 'metadata' | 'table';
      /**
       * Paths the caller chose; empty means all that are granted.
       *
       * @maxItems 64
       */
      fields: string[];
      /**
       * A path to order a list by, newest or largest first with a leading '-'; of several, separated by commas, the first that an item has. Empty keeps the server's order.
       */
      sortBy: string;
      /**
       * Items wanted; 0 leaves it to the limit obligation.
       */
      limit: number;
      /**
       * Where a list goes on, as an earlier answer gave it.
       */
      continue: string;
      container: string;
      previous: boolean;
      /**
       * Log lines wanted, counted from the end.
       */
      tailLines: number;
      /**
       * Log lines at the end that an earlier answer already showed.
       */
      skipLines: number;
      sinceSeconds: number;
      timestamps: boolean;
      /**
       * Keep only lines that hold this text, judged after redaction.
       */
      grep: string;
      /**
       * A path inside a schema, for explanations.
       */
      path: string;
      dryRun: boolean;
      force: boolean;
      fieldManager: string;
      /**
       * What a patch is: server-side apply, a strategic merge patch, a merge patch (RFC 7386), or a JSON patch (RFC 6902, the body is {operations: []}). Empty for other verbs.
       */
      patch: '' | 'apply' | 'strategic' | 'merge' | 'json';
      /**
       * JSON pointers into the body at which the moment of sending is written; what stands there until then is what is judged and approved.
       *
       * @maxItems 4
       */
      stamp: string[];
      /**
       * Of a delete; empty leaves it to the server.
       */
      propagationPolicy: '' | 'Foreground' | 'Background' | 'Orphan';
      /**
       * Of a delete; -1 leaves it to the server.
       */
      gracePeriodSeconds: number;
      /**
       * The uid that the object must have; empty for any.
       */
      uid: string;
    };
    /**
     * The object a write carries; empty for reads.
     */
    body: {
      [k: string]: unknown;
    };
    /**
     * sha256 of the RFC 8785 form of the rest of the request.
     */
    digest: string;
  };
  facts: {
    live: {
      [k: string]: unknown;
    } | null;
    /**
     * How the object would differ from the live one, sorted by path; null before it was asked. A pattern writes keys as spec.a, keys that are no simple words as ["a.b/c"], and items of a list as [*].
     */
    changes:
      | {
          pattern: string;
          /**
           * Keys; an item of a keyed list as name=web, one of another list by its place.
           */
          path: (string | number)[];
          op: 'add' | 'remove' | 'replace';
          from: unknown;
          to: unknown;
        }[]
      | null;
    namespace: {
      [k: string]: unknown;
    } | null;
    /**
     * The object as the API server would store it; null for a delete, and before it was asked.
     */
    dryRun: {
      [k: string]: unknown;
    } | null;
    /**
     * What the cluster's own RBAC says of this request (SelfSubjectAccessReview).
     */
    access: null | {
      allowed: boolean;
      reason: string;
    };
  };
  /**
   * Every vote on record for this digest; whether it counts is the policy's matter.
   */
  approvals: {
    id: string;
    digest: string;
    verdict: 'approve' | 'refuse';
    approver: string;
    groups: string[];
    method: string;
    /**
     * When it was given, in Unix seconds.
     */
    at: number;
    requestedAt: number;
    requester: string;
    used: boolean;
    superseded: boolean;
  }[];
  now: {
    unix: number;
    rfc3339: string;
    weekday: 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
    /**
     * Minutes since midnight, UTC.
     */
    minuteOfDay: number;
  };
  obligationsSupported: string[];
  /**
   * What a yes would be bound to.
   */
  approval: {
    /**
     * What an approval of this lap must name: sha256 of the RFC 8785 form of who asks, the cluster, the requests, what they would change, the policy's revision and the live objects. Empty before a person is needed.
     */
    digest: string;
  };
}

/**
 * The obligations this server can honour. Any other, or one of another shape, refuses the request.
 */
export type Obligations =
  | {
      type: 'fields';
      /**
       * Paths that may leave, with everything below them, e.g. spec.containers[*].image, metadata.labels.*; a trailing ~ (data.~) lets the keys of a map through and withholds its values; [] lets nothing pass.
       */
      paths: string[];
      /**
       * Table columns that may leave.
       */
      columns: string[];
    }
  | {
      type: 'scope';
      /**
       * Which part of an item names its namespace.
       */
      by: 'namespace' | 'name';
      /**
       * Patterns of namespaces that may be seen; * matches any run of characters.
       */
      allow: string[];
      /**
       * Patterns of namespaces that may not; they win.
       */
      deny: string[];
    }
  | {
      type: 'limit';
      items: number;
      lines: number;
      lineBytes: number;
      /**
       * Bytes of the whole answer.
       */
      bytes: number;
    }
  | {
      type: 'redact';
      profile: 'standard' | 'strict';
      words: string[];
    }
  | {
      type: 'classify';
      level: 'public' | 'internal' | 'confidential' | 'restricted';
    }
  | {
      type: 'dryRun';
    }
  | {
      type: 'precondition';
      on: 'uid' | 'resourceVersion';
    }
  | {
      type: 'force';
    };

/**
 * The Kubernetes API requests a tool wants. Requests whose id was observed before are left out.
 */
export interface Plan {
  /**
   * @maxItems 64
   */
  requests: {
    id: string;
    verb: string;
    /**
     * As a person writes it: Deployment, deploy, deployments.apps, apps/v1/Deployment.
     */
    kind: string;
    subresource?: string;
    namespace?: string;
    name?: string;
    selector?: {
      labels?: string;
      fields?: string;
    };
    options?: {
      /**
       * object, metadata or table: what is asked of the server.
       */
      view?: 'object' | 'metadata' | 'table';
      /**
       * Paths the caller chose; empty means all that are granted.
       *
       * @maxItems 64
       */
      fields?: string[];
      /**
       * A path to order a list by, newest or largest first with a leading '-'; of several, separated by commas, the first that an item has. Empty keeps the server's order.
       */
      sortBy?: string;
      /**
       * Items wanted; 0 leaves it to the limit obligation.
       */
      limit?: number;
      /**
       * Where a list goes on, as an earlier answer gave it.
       */
      continue?: string;
      container?: string;
      previous?: boolean;
      /**
       * Log lines wanted, counted from the end.
       */
      tailLines?: number;
      /**
       * Log lines at the end that an earlier answer already showed.
       */
      skipLines?: number;
      sinceSeconds?: number;
      timestamps?: boolean;
      /**
       * Keep only lines that hold this text, judged after redaction.
       */
      grep?: string;
      /**
       * A path inside a schema, for explanations.
       */
      path?: string;
      dryRun?: boolean;
      force?: boolean;
      fieldManager?: string;
      /**
       * What a patch is: server-side apply, a strategic merge patch, a merge patch (RFC 7386), or a JSON patch (RFC 6902, the body is {operations: []}). Empty for other verbs.
       */
      patch?: '' | 'apply' | 'strategic' | 'merge' | 'json';
      /**
       * JSON pointers into the body at which the moment of sending is written; what stands there until then is what is judged and approved.
       *
       * @maxItems 4
       */
      stamp?: string[];
      /**
       * Of a delete; empty leaves it to the server.
       */
      propagationPolicy?: '' | 'Foreground' | 'Background' | 'Orphan';
      /**
       * Of a delete; -1 leaves it to the server.
       */
      gracePeriodSeconds?: number;
      /**
       * The uid that the object must have; empty for any.
       */
      uid?: string;
    };
    body?: {
      [k: string]: unknown;
    };
    /**
     * A read whose denial is observed instead of refusing the lap.
     */
    optional?: boolean;
    /**
     * false: decide only, send nothing.
     */
    execute?: boolean;
    show?: {
      as: 'table' | 'yaml' | 'text' | 'changes' | 'none';
      title?: string;
      /**
       * JSON pointers of what is not shown of an object.
       *
       * @maxItems 128
       */
      without?: string[];
      /**
       * Columns for a list of objects: heading and path. a,b is the first of two that an item has, a/b joins both.
       */
      columns?: {
        title: string;
        path: string;
      }[];
      /**
       * The call that shows what a budget cut; the cursor argument is filled in by the gate.
       */
      next?: {
        tool: string;
        arguments: {
          [k: string]: unknown;
        };
        cursor: string;
      };
    };
    /**
     * Of a list of objects: the items that fit any of these are kept, judged on what its obligations leave. The list is read to its end, and the others are counted.
     *
     * @maxItems 32
     */
    where?: {
      /**
       * A field path; with [*] any of its values will do.
       */
      path: string;
      /**
       * A value that is one of these, as text.
       */
      is?: string[];
      /**
       * A value that is none of these.
       */
      not?: string[];
      /**
       * A value that begins with one of these.
       */
      begins?: string[];
    }[][];
    /**
     * true: the gate keeps the whole object, from which a later request of this call may take a part it may not see (takes).
     */
    hold?: boolean;
    /**
     * A part of the body that the gate fills in before anything is decided.
     */
    takes?: {
      /**
       * The id of an earlier request with hold.
       */
      observation: string;
      /**
       * JSON pointer into that object; empty for all of it.
       */
      from: string;
      /**
       * JSON pointer into this request's body at which the part is put; empty replaces the body.
       */
      to: string;
      /**
       * JSON pointers into the part that are left out.
       *
       * @maxItems 8
       */
      without?: string[];
    };
  }[];
  /**
   * true: plan again when this lap has been observed.
   */
  more?: boolean;
  /**
   * true: main/answer writes the answer.
   */
  answer?: boolean;
  note?: string;
  /**
   * Why the tool itself sends nothing more: what was asked for makes no sense for what it observed.
   *
   * @maxItems 16
   */
  refuse?: {
    code: string;
    message: string;
    remedy: string;
    subject: string;
  }[];
  /**
   * The caller says that a person agreed: a vote of the method argument, which a policy may count.
   */
  approved?: boolean;
  /**
   * Why the caller wants this, in its words, for whoever approves.
   */
  reason?: string;
  /**
   * The requests of this plan are observed anew after a while, in the place of what was observed under the same ids.
   */
  again?: {
    afterSeconds: number;
    /**
     * Of the whole wait; past it the plan is asked once more with waited true.
     */
    withinSeconds: number;
    progress: string;
  };
}

/**
 * What main/catalog, main/plan and main/answer read: the call, and what its earlier laps observed. Never a raw response.
 */
export interface Planning {
  version: 'portcullis.planning/v1';
  call: {
    id: string;
    tool: string;
    /**
     * As the caller sent them, valid by the card's schema.
     */
    arguments: {
      [k: string]: unknown;
    };
    lap: number;
    transport: 'stdio' | 'http' | 'cli';
  };
  subject: {
    /**
     * Who asks, as verified; never what a client says of itself.
     */
    id: string;
    groups: string[];
    /**
     * Verified claims, never a token.
     */
    claims: {
      [k: string]: unknown;
    };
    /**
     * What the client calls itself: for the log, not for decisions.
     */
    agent: string;
    verified: boolean;
  };
  cluster: {
    name: string;
    labels: {
      [k: string]: string;
    };
  };
  observations: {
    id: string;
    lap: number;
    outcome: 'ok' | 'denied' | 'approve' | 'fault';
    request: {
      verb: string;
      group: string;
      version: string;
      kind: string;
      resource: string;
      subresource: string;
      scope: 'Namespaced' | 'Cluster';
      namespace: string;
      name: string;
    };
    /**
     * What is left of the response after its obligations; the decision itself where nothing was to be executed; null when there is none.
     */
    data: {
      [k: string]: unknown;
    };
    reasons: {
      code: string;
      message: string;
      remedy: string;
      /**
       * The varying part: which namespace, kind or path.
       */
      subject: string;
    }[];
    /**
     * Code and remedy, when the outcome is fault.
     */
    fault: {
      [k: string]: unknown;
    } | null;
    truncated: boolean;
  }[];
  now: {
    unix: number;
    rfc3339: string;
    weekday: 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';
    /**
     * Minutes since midnight, UTC.
     */
    minuteOfDay: number;
  };
  /**
   * true: the time of plan.again is over.
   */
  waited: boolean;
}
