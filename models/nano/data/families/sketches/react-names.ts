/** A line or none of a component or hook that has nothing to do with the edit. */
export const HOOK_LINES = [
  "",
  "",
  "",
  "const { t } = useTranslation();",
  "const navigate = useNavigate();",
  "const dispatch = useAppDispatch();",
  "const { direction } = useSettings();",
  "const palette = usePalette();",
  "const toast = useToast();",
  "const [isMenuOpen, setIsMenuOpen] = useState(false);",
  "const [hovered, setHovered] = useState<string | null>(null);",
  "const rootRef = useRef<HTMLDivElement>(null);",
  "const isMobile = useMediaQuery(MOBILE);",
];

/** Names of text fields, as forms and records have them. */
export const FIELDS = [
  "name",
  "title",
  "email",
  "nickname",
  "description",
  "city",
  "phone",
  "street",
  "company",
  "firstName",
  "lastName",
  "zipCode",
  "website",
  "comment",
  "subject",
  "displayName",
  "iban",
  "bio",
];

/** Flags of things in lists. */
export const FLAGS = [
  "done",
  "selected",
  "pinned",
  "favorite",
  "archived",
  "checked",
  "expanded",
  "muted",
  "read",
  "starred",
  "locked",
  "paid",
  "visible",
  "completed",
];

/** What a callback calls the state or list that it is given, and one of a list. */
export const PREVIOUS = ["prev", "previous", "current", "old", "before"];
export const ONE = ["one", "it", "entry", "x", "row", "el"];
