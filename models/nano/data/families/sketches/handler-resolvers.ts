import { sketched } from "./sketch.ts";

/** GraphQL schemas and resolvers, and what Nest asks of controllers and services. */
export const HANDLER_RESOLVERS = [
  sketched("graphql-never-null", {
    seen: [
      "={field} [is never|can't be|must not be] null[ in the schema|]",
      "={field} [should|must] be non-null[able|]",
      "make {field} [non-null|required|mandatory][ in the schema|]",
      "=every {wordsThing} has a {wordsField}, the schema [says it may be null|should say so]",
      "=codegen [gives|makes] {field} a Maybe, [but it's always there|it's never null]",
      "=the [generated type|client type] of {field} is Maybe<...>, every {wordsThing} has one",
      "=! is missing [on|at|after] {field}",
      "={field} with a ! pls",
      "=shouldn't {field} be non null?",
      "=why is {field} nullable? [it always has a value|a {wordsThing} can't be without it]",
      "=the frontend has to check {field} for null for no reason",
      "mark {field} as non null",
    ],
    unseen: [
      "=there's no {wordsThing} without {wordsField}, let the types know",
      "guarantee clients that {field} has a value",
    ],
    rows: [
      [
        { field: "title", type: "String" },
        { field: "slug", type: "String" },
        { field: "createdAt", type: "DateTime" },
        { field: "email", type: "String" },
        { field: "total", type: "Int" },
        { field: "price", type: "Float" },
        { field: "currency", type: "String" },
        { field: "owner", type: "User" },
        { field: "status", type: "String" },
        { field: "updatedAt", type: "DateTime" },
      ],
    ],
    code: [
      `
      export const typeDefs = gql´
        type ‹Thing› {
          id: ID!
          «note: String|summary: String|color: String»
          ‹field›: ‹type›⟦→!⟧
          «parent: ‹Thing›|archivedAt: DateTime|rank: Int»
        }

        type Query {
          ‹thing›(id: ID!): ‹Thing›
        }
      ´;
      `,
      `
      const ‹thing›TypeDefs = /* GraphQL */ ´
        input Create‹Thing› {
          ‹field›: ‹type›⟦→!⟧
          «note: String|tags: [String!]|reason: String»
        }

        extend type Mutation {
          «create|add»‹Thing›(input: Create‹Thing›!): ‹Thing›
        }
      ´;
      `,
      `
      export const ‹Thing›Type = builder.objectType("‹Thing›", {
        fields: (t) => ({
          «note: t.exposeString("note", { nullable: true }),|rank: t.exposeInt("rank", { nullable: true }),»
          ‹field›: t.expose("‹field›", { type: "‹type›", nullable: ⟦true→false⟧ }),
          «color: t.exposeString("color", { nullable: true }),|»
        }),
      });
      `,
    ],
  }),
  sketched("graphql-may-be-null", {
    seen: [
      "=[clients|the app] get[s|] an error [as soon as|when] {field} is null, it [may|can] be",
      "=[in the db|for some {wordsThings}] {field} is null and [the query|graphql] [fails|complains]",
      "=Cannot return null for non-nullable field {type}.{field}",
      "={field} [may|can] be null[ in the schema|]",
      "=not every {wordsThing} has a {wordsField}[, and then the whole query fails|, the query fails for those]",
      "make {field} nullable",
      "=the whole query [fails|is null] as soon as one {wordsThing} has no {wordsField}",
      "=old {wordsThings} have no {wordsField}, [the schema must allow that|so it can't be non-null]",
      "={field} without the ! pls",
      "[drop|remove] the ! [from|on|after] {field}",
      "=shouldn't {field} be nullable?",
      "=why is {field} non null? [there are {wordsThings} without|some {wordsThings} don't have it]",
      "allow null for {field}",
    ],
    unseen: [
      "=a {wordsThing} lacking its {wordsField} takes the whole response down",
      "=the schema promises a {wordsField} that isn't always there",
    ],
    vars: {
      field: [
        "dueDate",
        "avatar",
        "description",
        "owner",
        "phone",
        "publishedAt",
        "category",
        "subtitle",
        "location",
        "coverUrl",
        "closedAt",
      ],
      type: ["‹Thing›"],
    },
    code: [
      `
      export const typeDefs = gql´
        type ‹type› {
          id: ID!
          «name|label»: String!
          ‹field›: String⟦!→⟧
          «createdAt: DateTime!|version: Int!|tags: [String!]!»
        }

        type Query {
          ‹things›: [‹type›!]!
        }
      ´;
      `,
      `
      const schema = buildSchema(´
        interface Node {
          id: ID!
        }
        type ‹type› implements Node {
          id: ID!
          ‹field›: String⟦!→⟧
          total: Int!
        }
      ´);
      `,
      `
      @ObjectType()
      export class ‹type› {
        @Field(() => ID)
        id: string;

        @Field(⟦→{ nullable: true }⟧)
        ‹field›⟦→?⟧: string;

        @Field()
        «name|code|key»: string;
      }
      `,
    ],
  }),
  // The first parameter of a resolver is the parent; what isn't used begins with an underscore.
  sketched("resolver-parent-comes-first", {
    seen: [
      "={name} [has|is] one parameter short[, {parent} is missing|, the parent]",
      "=[the args|the arguments] of {name} are [always |]undefined, the parent [is the first|comes first]",
      "={arg} is [always |]undefined in {name}, resolvers get the parent first",
      "={name} [reads|takes] the args from the first parameter, that's the parent",
      "add the [missing |]parent parameter [to|in] {name} ({parent})",
      "=first parameter of a resolver is the parent[,|:] {name} forgot it",
      "={parent} is missing in {name}",
      "=Cannot destructure property '{arg}' of undefined in {name}",
      "={name} lacks the parent argument",
      "=args are the second parameter, not the first ({name})",
      "=why is {arg} undefined in {name}?",
      "=shouldn't {name} take {parent} first, like the others?",
      "={parent} first in {name} pls",
    ],
    unseen: [
      "=whatever the query passes, {name} sees nothing of {arg}; its signature is off by one",
      "give {name} the same parameters in front as its siblings",
    ],
    vars: {
      parent: ["_parent", "_root", "_", "_source", "_obj"],
      arg: ["id", "slug", "input", "email", "first", "term", "key", "filter"],
      name: ["‹thing›", "‹things›", "find‹Thing›", "‹thing›ByKey", "search‹Things›", "‹thing›Of"],
    },
    code: [
      `
      export const resolvers = {
        Query: {
          me: (‹parent›, _args, ctx) => ctx.user,
          ‹name›: (⟦→‹parent›, ⟧{ ‹arg› }, ctx) => ctx.db.‹things›.«find|load|by»(‹arg›),
          ‹others›: (‹parent›, { limit }, ctx) => ctx.db.‹others›.list(limit),
        },
      };
      `,
      `
      const ‹thing›Resolvers: Resolvers = {
        Query: {
          async ‹other›(‹parent›, { id }, { loaders }) {
            return loaders.‹other›.load(id);
          },
          async ‹name›(⟦→‹parent›, ⟧{ ‹arg› }, { «db|services|dataSources» }) {
            ‹fill›
            return find‹Things›(«‹arg›|‹arg›, { limit: 50 }»);
          },
        },
      };
      `,
      `
      export const Mutation = {
        remove‹Other›: async (‹parent›, { id }, { user, ‹others› }) => {
          requireUser(user);
          return ‹others›.remove(id);
        },

        ‹name›: async (⟦→‹parent›, ⟧{ ‹arg› }, { user, ‹things› }) => {
          requireUser(user);
          return ‹things›.«save|apply|change»(‹arg›, user.id);
        },
      };
      `,
    ],
  }),
  // One look-up per key becomes a load; how the loader is called is seen beside it.
  sketched("load-in-batches", {
    seen: [
      "=[profiler|the log] shows [a query|one select] for each {wordsThing} because of {field}, [use|there's] the {loader} loader",
      "=[hundreds of|too many] queries for {field}, [go through|use] {ref}",
      "[fetch|get|resolve] {field} [via|with|through] {full}",
      "=n+1 [queries |][in|for] {field}, use the {loader} loader",
      "={field} [runs|makes] one query per {wordsThing}, [use|go through] {full}",
      "load {field} [with|through] the {loader} loader",
      "use {full} [for|in] {field}",
      "=the list of {wordsThings} makes hundreds of queries because of {field}, the {loader} loader would batch them",
      "=slow: every {wordsThing} fetches its {field} alone. dataloader ({loader})!",
      "=there's a {loader} loader, {field} should use it",
      "=dataloader for {field} pls ({loader})",
      "=shouldn't {field} use {ref}?",
      "=why isn't {field} batched? {ref} [exists|is there]",
      "batch {field} [with|via] the {loader} loader",
    ],
    unseen: [
      "=a page of {wordsThings} hits the db once for each {field}; {loader} has a loader",
      "={field} must not go to the db one by one, {loader} can be loaded together",
    ],
    rows: [
      [
        { field: "author", loader: "users", key: "authorId" },
        { field: "owner", loader: "users", key: "ownerId" },
        { field: "customer", loader: "customers", key: "customerId" },
        { field: "category", loader: "categories", key: "categoryId" },
        { field: "assignee", loader: "members", key: "assigneeId" },
        { field: "parent", loader: "nodes", key: "parentId" },
        { field: "venue", loader: "places", key: "venueId" },
        { field: "supplier", loader: "companies", key: "supplierId" },
        { field: "course", loader: "courses", key: "courseId" },
        { field: "reviewer", loader: "accounts", key: "reviewerId" },
      ],
    ],
    vars: {
      row: ["parent", "‹thing›", "root", "source"],
      ref: ["loaders.‹loader›"],
      full: ["ctx.loaders.‹loader›"],
    },
    code: [
      `
      export const ‹Thing› = {
        ‹other›: (‹row›, _args, ctx) => ctx.loaders.‹others›.load(‹row›.‹other›Id),
        ‹field›: (‹row›, _args, ctx) => ctx.⟦db.‹loader›.«findById|find|get»→loaders.‹loader›.load⟧(‹row›.‹key›),
        «label: (‹row›) => ‹row›.name.trim(),|»
      };
      `,
      `
      const resolvers = {
        Query: {
          ‹things›: (_parent, args, ctx) => ctx.db.‹things›.findMany(args),
        },
        ‹Thing›: {
          async ‹field›(‹row›, _args, ctx) {
            if (!‹row›.‹key›) return null;
            return ctx.⟦db.‹loader›.findOne({ id: ‹row›.‹key› })→loaders.‹loader›.load(‹row›.‹key›)⟧;
          },
        },
      };
      `,
      `
      builder.objectField(‹Thing›Ref, "‹field›", (t) =>
        t.field({
          type: "«Node|User|Entity»",
          resolve: (‹row›, _args, ctx) => ctx.⟦prisma.‹loader›.findUnique({ where: { id: ‹row›.‹key› } })→loaders.‹loader›.load(‹row›.‹key›)⟧,
        }),
      );
      `,
    ],
  }),
  // What is thrown is what the resolver beside it throws.
  sketched("resolver-needs-user", {
    seen: [
      "=[anyone|everyone] can [run|call] {name} without [signing in|a user]",
      "={name} [doesn't check|has no check] whether [anybody|someone] is signed in",
      "={name} [blows up|crashes] [when|if] {user} is [null|missing], should throw like the [other one|one above]",
      "=Cannot read properties of null [when {name} is called logged out|in {name} if nobody is signed in]",
      "check {user} in {name}[, too|, like above]",
      "[require|demand] a signed in user [in|for] {name}",
      "throw the same error as [above|the other resolver] in {name} if there's no {user}",
      "={name} needs the {user} check[, too|]",
      "=the {user} check is missing in {name}",
      "=shouldn't {name} be for signed in users only, like the one above?",
      "=why does {name} work anonymously? the other one doesn't",
      "guard {name} like the one [above|before it]",
    ],
    unseen: [
      "=one of them lets strangers in: {name}",
      "=nobody without account may use {name}, same answer as its neighbour gives",
    ],
    vars: {
      user: ["ctx.user", "ctx.session", "ctx.viewer", "ctx.currentUser", "ctx.userId", "ctx.auth"],
      name: [
        "archive‹Thing›",
        "publish‹Thing›",
        "rename‹Thing›",
        "my‹Things›",
        "export‹Things›",
        "share‹Thing›",
        "invite‹Other›",
      ],
      refuse: [
        'throw new GraphQLError("Not authenticated")',
        'throw new AuthenticationError("Please sign in")',
        "throw new UnauthenticatedError()",
        'throw new TRPCError({ code: "UNAUTHORIZED" })',
        'throw new Error("unauthenticated")',
      ],
    },
    code: [
      `
      export const «Mutation|resolvers» = {
        remove‹Thing›: async (_parent, { id }, ctx) => {
          if (!‹user›) ‹refuse›;
          return ctx.‹things›.remove(id, ‹user›);
        },

        ‹name›: async (_parent, { id«, name|, input|» }, ctx) => {
          ⟦→if (!‹user›) ‹refuse›;⟧
          const ‹thing› = await ctx.‹things›.find(id);
          return ctx.‹things›.«save|touch|apply»(‹thing›, ‹user›);
        },
      };
      `,
      `
      const resolvers: Resolvers = {
        Query: {
          ‹others›(_parent, args, ctx) {
            if (!‹user›) {
              ‹refuse›;
            }
            return list‹Others›(ctx.db, args);
          },
          ‹name›(_parent, args, ctx) {
            ⟦→if (!‹user›) {
              ‹refuse›;
            }⟧
            return «load|read|run»‹Things›(ctx.db, ‹user›, args);
          },
          «version: () => VERSION,|»
        },
      };
      `,
      `
      export const ‹thing›Router = router({
        list: publicProcedure.query(({ ctx }) => {
          if (!‹user›) ‹refuse›;
          return ctx.db.‹things›.of(‹user›);
        }),
        ‹name›: publicProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
          ⟦→if (!‹user›) ‹refuse›;⟧
          await ctx.db.‹things›.«mark|set»(input.id, ‹user›);
          return { ok: true };
        }),
      });
      `,
    ],
  }),
  sketched("parameter-pipe", {
    seen: [
      "={param} [comes in|arrives] as [text|a string], {pipe} [pls|needed]",
      "={param} is a string [at runtime|in fact][, use {pipe}|, {pipe} is missing]",
      "=typeof {param} is string although [it's typed as|the signature says] {type}, {pipe} is missing",
      "={param} [needs|should go through] {pipe}",
      "[use|add] {pipe} [for|on] {param}",
      "=[garbage|nonsense] in {param} should [give|be a] 400[, use {pipe}|: {pipe}]",
      "parse {param} with {pipe}",
      "=nest doesn't convert {param}[,| by itself,] {pipe}",
      "={pipe} on {param} pls",
      "=[comparisons|checks] with {param} are always false, it's text and not a {type}. {pipe}",
      "=why is {param} a string? {pipe} [is made for that|would fix it]",
      "=shouldn't {param} have {pipe}?",
    ],
    unseen: [
      "=what arrives as {param} is plain text whatever the signature claims ({pipe})",
      "let nest turn {param} into a {type} via {pipe}",
    ],
    rows: [
      [
        { param: "id", type: "number", pipe: "ParseIntPipe", from: "Param", route: ":id" },
        { param: "orderId", type: "number", pipe: "ParseIntPipe", from: "Param", route: ":orderId" },
        { param: "year", type: "number", pipe: "ParseIntPipe", from: "Param", route: ":year" },
        { param: "page", type: "number", pipe: "ParseIntPipe", from: "Query", route: "search" },
        { param: "archived", type: "boolean", pipe: "ParseBoolPipe", from: "Query", route: "search" },
        { param: "verbose", type: "boolean", pipe: "ParseBoolPipe", from: "Query", route: "search" },
        { param: "price", type: "number", pipe: "ParseFloatPipe", from: "Query", route: "search" },
        { param: "radius", type: "number", pipe: "ParseFloatPipe", from: "Query", route: "search" },
        { param: "version", type: "number", pipe: "ParseIntPipe", from: "Param", route: ":version" },
        { param: "force", type: "boolean", pipe: "ParseBoolPipe", from: "Query", route: "search" },
      ],
    ],
    code: [
      `
      @Controller("‹things:kebab›")
      export class ‹Things›Controller {
        constructor(private readonly ‹things›: ‹Things›Service) {}

        @Get()
        search(@Query("q") q: string) {
          return this.‹things›.search(q);
        }

        @Get("«details|report|files»/‹route›")
        show(@‹from›("‹param›"⟦→, ‹pipe›⟧) ‹param›: ‹type›) {
          return this.‹things›.show(‹param›);
        }
      }
      `,
      `
      @«Patch|Post|Put»("«settings|refresh|status»/‹route›")
      async «change|refresh|apply»(@‹from›("‹param›"⟦→, ‹pipe›⟧) ‹param›: ‹type›, @Body() dto: ‹Thing›Dto) {
        ‹fill›
        await this.‹things›.«change|apply»(‹param›, dto);
      }
      `,
      `
      @Delete(":slug/‹route›")
      @HttpCode(204)
      async remove(
        @Param("slug") slug: string,
        @‹from›("‹param›"⟦→, ‹pipe›⟧) ‹param›: ‹type›,
        @CurrentUser() user: User,
      ) {
        «this.logger.log(slug);|»
        await this.service.remove(slug, ‹param›, user);
      }
      `,
    ],
  }),
  // The new one comes last, private and readonly as the others.
  sketched("inject-another-service", {
    seen: [
      "inject [the |]{service}[ too| as {name}| as well]",
      "=we need [the |]{service} [in here|here], [inject it|call it {name}]",
      "=[the |]{service} [should|has to] be injected[ too| as {name}|]",
      "add {service} to the constructor[ as {name}|]",
      "={name} is undefined in the methods, {service} was never injected",
      "={name} doesn't exist on this class. {service} has to be injected",
      "=can [we|you] inject {service} [as {name}|too]?",
      "=constructor needs {service} ({name})",
      "={service} is missing in the constructor",
      "={service} as {name} pls",
      "take {service} in [the constructor|as {name}]",
      "=ts: property {name} does not exist on this, it's the {service}",
    ],
    unseen: ["=one more dependency: {service}", "let nest hand us a {service} as well"],
    rows: [
      [
        { service: "MailService", name: "mail" },
        { service: "MailerService", name: "mailer" },
        { service: "CacheService", name: "cache" },
        { service: "ExportsService", name: "exports" },
        { service: "StripeService", name: "stripe" },
        { service: "JwtService", name: "jwt" },
        { service: "StorageService", name: "storage" },
        { service: "QueueService", name: "queue" },
        { service: "AuditService", name: "audit" },
        { service: "HttpService", name: "http" },
        { service: "MetricsService", name: "metrics" },
        { service: "NotifierService", name: "notifier" },
        { service: "SearchService", name: "search" },
      ],
    ],
    code: [
      `
      @Injectable()
      export class ‹Things›Service {
        constructor(
          private readonly prisma: PrismaService,
          private readonly config: ConfigService,
          ⟦→private readonly ‹name›: ‹service›,⟧
        ) {}

        «findAll|list»() {
          return this.prisma.‹thing›.findMany();
        }
      }
      `,
      `
      @Controller("‹things:kebab›")
      export class ‹Things›Controller {
        constructor(⟦private readonly ‹things›: ‹Things›Service→
          private readonly ‹things›: ‹Things›Service,
          private readonly ‹name›: ‹service›,
        ⟧) {}

        @Post()
        async create(@Body() dto: Create‹Thing›Dto) {
          const ‹thing› = await this.‹things›.create(dto);
          «this.logger.log(‹thing›.id);|»
          return ‹thing›;
        }
      }
      `,
      `
      @Injectable()
      export class «‹Thing›Created|‹Thing›Paid|‹Thing›Closed»Listener {
        private readonly logger = new Logger("‹thing:kebab›");

        constructor(
          @InjectRepository(‹Thing›)
          private readonly ‹things›: Repository<‹Thing›>,
          private readonly ‹others›: ‹Others›Service,
          ⟦→private readonly ‹name›: ‹service›,⟧
        ) {}
      }
      `,
      `
      @Processor("‹things:kebab›")
      export class ‹Thing›Processor extends WorkerHost {
        constructor(⟦private readonly ‹others›: ‹Others›Repository→
          private readonly ‹others›: ‹Others›Repository,
          private readonly ‹name›: ‹service›,
        ⟧) {
          super();
        }

        async process(job: Job<‹Thing›Data>) {
          await this.‹others›.«touch|update»(job.data.id);
        }
      }
      `,
    ],
  }),
];
